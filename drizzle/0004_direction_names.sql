CREATE TABLE "direction_name" (
	"id" text PRIMARY KEY NOT NULL,
	"direction_id" text NOT NULL,
	"lab_id" text NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"claim" text NOT NULL,
	"prediction" jsonb,
	"test" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"name_id" text NOT NULL,
	"user_id" text,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"name_id" text NOT NULL,
	"user_id" text,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_vote" (
	"name_id" text NOT NULL,
	"user_id" text NOT NULL,
	"value" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "name_vote_name_id_user_id_pk" PRIMARY KEY("name_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "direction" ADD COLUMN "nulls" jsonb;--> statement-breakpoint
ALTER TABLE "direction_name" ADD CONSTRAINT "direction_name_direction_id_direction_id_fk" FOREIGN KEY ("direction_id") REFERENCES "public"."direction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction_name" ADD CONSTRAINT "direction_name_lab_id_lab_id_fk" FOREIGN KEY ("lab_id") REFERENCES "public"."lab"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction_name" ADD CONSTRAINT "direction_name_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_comment" ADD CONSTRAINT "name_comment_name_id_direction_name_id_fk" FOREIGN KEY ("name_id") REFERENCES "public"."direction_name"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_comment" ADD CONSTRAINT "name_comment_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_evidence" ADD CONSTRAINT "name_evidence_name_id_direction_name_id_fk" FOREIGN KEY ("name_id") REFERENCES "public"."direction_name"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_evidence" ADD CONSTRAINT "name_evidence_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_vote" ADD CONSTRAINT "name_vote_name_id_direction_name_id_fk" FOREIGN KEY ("name_id") REFERENCES "public"."direction_name"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_vote" ADD CONSTRAINT "name_vote_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "direction_name_once" ON "direction_name" USING btree ("direction_id","name");--> statement-breakpoint
CREATE INDEX "name_comment_name" ON "name_comment" USING btree ("name_id","created_at");--> statement-breakpoint
CREATE INDEX "name_evidence_name" ON "name_evidence" USING btree ("name_id","created_at");